module Receive

open System
open System.IO
open System.Text.Json
open StoreOps.Domain.Vehicles

// The comparison operators of F# go through IComparable, so they are used here on purpose.
let largest first second : Odometer = if first > second then first else second

[<EntryPoint>]
let main _ =
    use output = new MemoryStream()

    do
        use json = new Utf8JsonWriter(output :> Stream)
        let before = Odometer.FromKilometers 48_000
        let now = largest before (Odometer.FromMiles 38_051)
        json.WriteStartObject()
        json.WriteString("odometer", now.ToString())
        json.WriteNumber("miles", now.ToMiles())
        json.WriteNumber("kilometersSinceService", now.KilometersSince before)
        json.WriteEndObject()

    output.WriteByte(byte '\n')
    use standardOutput = Console.OpenStandardOutput()
    output.WriteTo standardOutput
    0
