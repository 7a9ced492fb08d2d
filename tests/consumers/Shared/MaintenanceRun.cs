using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using NodaTime;
using StoreOps.Domain;
using StoreOps.Domain.Maintenance;
using StoreOps.Domain.Vehicles;
using StoreOps.Domain.Visits;

// Plans, forecasts, repairs and compares over every embedded schedule: each status, day and kilometer has to be the same on every runtime.
internal static class MaintenanceRun
{
    private static readonly LocalDate Today = new LocalDate(2026, 11, 28);

    public static void Write(TextWriter output)
    {
        var state = 20261128U;
        foreach (var schedule in ScheduleLibrary.BuiltIn.Schedules)
        {
            for (var round = 0; round < 3; round++)
                Plan(schedule, round, output, ref state);
        }

        Odometers(output, ref state);
        foreach (var text in new[] { "LRW3EIFA7PC872623", "1HGCM8Z633A004352", "1HGCM82633A00435", "WVWZZZ1JZ3W386752", "HE9XR1C48PS083871", "I1HGCM82633A004352" })
            Vins(text, output);
    }

    private static void Plan(MaintenanceSchedule schedule, int round, TextWriter output, ref uint state)
    {
        var vehicle = new Vehicle
        {
            Id = "v",
            Make = schedule.Vehicle.Make,
            Model = schedule.Vehicle.Models.FirstOrDefault(),
            ModelYear = schedule.Vehicle.FromModelYear,
            Market = schedule.Vehicle.Market,
            Powertrain = schedule.Vehicle.Powertrains.FirstOrDefault(),
            FirstRegistration = round == 0 ? null : Today.PlusDays(-Below(4_000, ref state)),
        };
        var odometer = Odometer.FromKilometers(Below(240_000, ref state));
        var history = ImmutableArray.CreateBuilder<ServiceRecord>();
        foreach (var rule in schedule.Rules)
        {
            if (Below(3, ref state) != 0)
                history.Add(new ServiceRecord(rule.ComponentId, rule.Action, Today.PlusDays(-Below(1_500, ref state)), Odometer.FromKilometers(Below(odometer.Kilometers + 1, ref state))));
        }

        var situation = new MaintenanceSituation { Vehicle = vehicle, Today = Today, Odometer = odometer, History = history.ToImmutable(), Driving = (DrivingConditions)Below(32, ref state) };
        var planner = new MaintenancePlanner();
        var plan = planner.Plan(situation, ScheduleLibrary.BuiltIn.Find(vehicle, Today));
        output.WriteLine(plan.Match.Schedule.Id + " " + plan.Match.Level + " " + Text(odometer.Kilometers) + " " + MaintenanceTable.Of(plan, 5_000, 200_000, 15_000).ContentHash());
        var distance = new DailyDistance(21_000, 38_000, 60_000);
        foreach (var one in plan.Services)
        {
            var forecast = one.Forecast(Today, distance);
            output.WriteLine("  " + one.Component.Id + " " + one.Action + " " + one.Status + " " + one.Due.Reason + " " + one.Due.Governing + " " + Text(one.Due.DueKilometers) + " "
                + Text(one.Due.KilometersLeft) + " " + Text(one.Due.DaysLeft) + " " + Text(one.Due.DueDate) + " " + Text(forecast?.Earliest) + " " + Text(forecast?.Expected) + " " + Text(forecast?.Latest) + " " + plan.ConfidenceOf(one));
        }

        output.WriteLine("  ask " + string.Join(" ", plan.AskFirst.Select(one => one.Component.Id)));
        foreach (var visit in VisitPlanner.Plan(plan, distance).Visits.Take(3))
            output.WriteLine("  visit " + Text(visit.Date) + " " + Text(visit.Odometer.Kilometers) + " " + string.Join(" ", visit.Services.Select(one => one.Service.Component.Id + (one.IsPulledForward ? "+" : ""))));
        Fleet(planner.Resolve(plan.Match.Schedule, vehicle), odometer, output, ref state);
    }

    private static void Fleet(VehicleSchedule schedule, Odometer odometer, TextWriter output, ref uint state)
    {
        var fleet = new DuePoints[4];
        var odometers = new Odometer[fleet.Length];
        for (var i = 0; i < fleet.Length; i++)
        {
            var last = new LastService[schedule.Count];
            for (var rule = 0; rule < last.Length; rule++)
                last[rule] = Below(3, ref state) == 0 ? default : new LastService(Today.PlusDays(-Below(1_000, ref state)), Odometer.FromKilometers(Below(odometer.Kilometers + 1, ref state)));
            fleet[i] = schedule.Compile(Today, odometer, last);
            odometers[i] = Odometer.FromKilometers(odometer.Kilometers + (i * 30_000));
        }

        var statuses = new MaintenanceStatus[fleet.Length * schedule.Count];
        DuePoints.Statuses(fleet, Today.PlusDays(200), odometers, statuses, schedule.Count);
        output.WriteLine("  fleet " + string.Concat(statuses.Select(one => Text((int)one))));
    }

    private static void Odometers(TextWriter output, ref uint state)
    {
        for (var car = 0; car < 20; car++)
        {
            var readings = ImmutableArray.CreateBuilder<OdometerReading>();
            var (day, kilometers) = (new LocalDate(2015, 3, 1).PlusDays(Below(900, ref state)), Below(90_000, ref state));
            for (var i = 3 + Below(20, ref state); i > 0; i--)
            {
                readings.Add(new OdometerReading(day, Odometer.FromKilometers(Below(9, ref state) == 0 ? kilometers * 10 : kilometers), (OdometerSource)Below(3, ref state)));
                day = day.PlusDays(1 + Below(300, ref state));
                kilometers += Below(9_000, ref state);
            }

            var log = OdometerLog.From(readings.ToImmutable());
            var estimate = log.Estimate(day.PlusDays(90))!.Value;
            var arrival = log.DateOf(Odometer.FromKilometers(kilometers + 10_000));
            output.WriteLine("odometer " + Text(log.TrustedCount) + " " + Text(log.MetersPerDay) + " " + Text(estimate.Low.Kilometers) + " " + Text(estimate.Expected.Kilometers) + " "
                + Text(estimate.High.Kilometers) + " " + estimate.IsStale + " " + Text(arrival.Early) + " " + Text(arrival.Expected) + " " + Text(arrival.Late) + " " + string.Join(" ", log.Quarantined.Select(one => one.Doubt)));
            var judged = OdometerJudge.Judge(new OdometerReading(day, Odometer.FromKilometers(kilometers / 10)), log);
            output.WriteLine("  " + judged.Verdict + " " + string.Join(" ", judged.Repairs.Select(one => one.Odometer.ToString() + one.Slip)));
        }
    }

    private static void Vins(string text, TextWriter output)
    {
        var reading = new VinRepair().Read(text, new VinContext(AsOf: Today));
        output.WriteLine("vin " + text + " " + (reading.Vin is { } vin ? new VinDecoder().Decode(vin).ToString() : reading.Problem.ToString()));
        foreach (var candidate in reading.Candidates)
            output.WriteLine("  " + candidate.Vin + " " + candidate.Decoded.Make + " " + string.Join(" ", candidate.Changes.Select(one => one.Kind.ToString() + Text(one.Position))));
    }

    private static string Text(int? number) => number is { } known ? known.ToString(CultureInfo.InvariantCulture) : "-";

    private static string Text(LocalDate? date) => date is { } known ? NodaTime.Text.LocalDatePattern.Iso.Format(known) : "-";

    // Not the runtime's random numbers: they differ between runtimes.
    private static int Below(int count, ref uint state)
    {
        unchecked
        {
            state = (state * 1664525U) + 1013904223U;
            return (int)((state >> 8) % (uint)count);
        }
    }
}
