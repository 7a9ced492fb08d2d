using StoreOps.Recommend.Evaluation.Baselines;

namespace StoreOps.Conformance.Baskets;

/// <summary>What is known of a set: the oracles' parameters and values, and what the library's own recommender has to reach.</summary>
internal sealed record NextBasketExpectations
{
    public TifuOptions Tifu { get; private init; } = new(300, 0.9, 0.9, 0.1, 7);

    public int UpCfRecency { get; private init; } = 10;

    public double UpCfAsymmetry { get; private init; } = 0.25;

    public int UpCfLocality { get; private init; } = 1;

    public IReadOnlyList<ExpectedValue> Values { get; private init; } = [];

    public double Recall { get; private init; }

    public double Ndcg { get; private init; }

    public double HitRate { get; private init; }

    /// <summary>Gets the greatest calibration error; loose for a set of which nothing is known, since few questions make it large by chance.</summary>
    public double CalibrationError { get; private init; } = 0.02;

    // A set is known by its size, not by its name: a part of it or another set of the same name has other values.
    public static NextBasketExpectations Of(BasketSet set) => (set.Name, set.All.Count, set.Test.Count) switch
    {
        ("DC", 9_010, 1_803) => new NextBasketExpectations
        {
            Tifu = new TifuOptions(100, 1.0, 0.9, 0.1, 3),
            UpCfRecency = 5,
            UpCfAsymmetry = 0.75,
            UpCfLocality = 5,
            Recall = 0.480,
            Ndcg = 0.350,
            HitRate = 0.573,
            CalibrationError = 0.003,
            Values =
            [
                new("global top", "recall", 0.1618, 0.00005, "DNNTSP paper"),
                new("global top", "hits", 0.2274, 0.00005, "DNNTSP paper"),
                new("TIFU-KNN", "recall", 0.4701, 0.002, "measured with other ties"),
                new("TIFU-KNN", "ndcg", 0.3417, 0.002, "measured with other ties"),
            ],
        },
        ("TMS", _, 3_146) => new NextBasketExpectations
        {
            Tifu = new TifuOptions(300, 0.9, 0.9, 0.3, 3),
            UpCfRecency = 25,
            UpCfAsymmetry = 0.5,
            UpCfLocality = 5,
            Recall = 0.505,
            Ndcg = 0.410,
            HitRate = 0.701,
            CalibrationError = 0.003,
            Values =
            [
                new("global top", "recall", 0.2627, 0.00005, "DNNTSP paper"),
                new("global top", "ndcg", 0.1627, 0.00005, "DNNTSP paper"),
                new("global top", "hits", 0.4619, 0.00005, "DNNTSP paper"),
                new("TIFU-KNN", "recall", 0.5041, 0.002, "measured with other ties"),
                new("TIFU-KNN", "ndcg", 0.3936, 0.002, "measured with other ties"),
            ],
        },
        ("tafeng", 10_182, 5_091) => new NextBasketExpectations
        {
            Tifu = new TifuOptions(300, 0.9, 0.9, 0.1, 11),
            Recall = 0.166,
            Ndcg = 0.143,
            HitRate = 0.485,
            CalibrationError = 0.003,
            Values =
            [
                new("personal top, ties by insertion", "recall", 0.1109, 0.0005, "authors' tie rule"),
                new("personal top, ties by recency", "recall", 0.1181, 0.0005, "measured"),
                new("personal top, ties by popularity", "recall", 0.1278, 0.0005, "measured"),
                new("TIFU-KNN", "recall", 0.1618, 0.0005, "authors' program"),
                new("TIFU-KNN", "ndcg", 0.1418, 0.0005, "authors' program"),
                new("TIFU-KNN", "hits", 0.4697, 0.0005, "authors' program"),
            ],
        },
        _ => new NextBasketExpectations(),
    };
}
