using FsCheck;
using FsCheck.Fluent;

using NodaTime;

using StoreOps.Recommend.Training;

namespace StoreOps.Recommend.Tests.Training;

/// <summary>Vehicles for tests, each with its own id.</summary>
internal static class AnyVehicles
{
    private static readonly string[] Ids = ["a", "刹车片", "c", "\U0001F697", "\uFB01", "f"];

    public static Gen<TrainingVehicle[]> Several { get; } = Gen.Choose(0, int.MaxValue).Select(seed => Make(new Random(seed)));

    private static TrainingVehicle[] Make(Random random) => [.. Enumerable.Range(0, random.Next(12)).Select(vehicle => new TrainingVehicle("v" + vehicle, [.. Visits(random)])
    {
        Family = random.Next(3) == 0 ? "" : "f" + random.Next(3),
        UsageTags = random.Next(2) == 0 ? [] : ["t" + random.Next(70)],
    })];

    private static IEnumerable<TrainingVisit> Visits(Random random)
    {
        var (day, km) = (new LocalDate(2020 + random.Next(3), 1, 1), 0);
        for (var visits = random.Next(6); visits > 0; visits--)
        {
            day = day.PlusDays(random.Next(200));
            km += random.Next(30_000);
            yield return new TrainingVisit(day, random.Next(4) == 0 ? null : km, [.. Enumerable.Range(0, random.Next(4)).Select(_ => Ids[random.Next(Ids.Length)])]);
        }
    }
}
