using System.Text.Json;

using NodaTime.Text;

using StoreOps.Recommend.Evaluation;

namespace StoreOps.Cli.Offers;

/// <summary>Writes an evaluation for machines.</summary>
internal static class EvaluationJson
{
    public static string Of(EvaluationReport report) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("split", LocalDatePattern.Iso.Format(report.Split));
        writer.WriteNumber("visits", report.Visits);
        writer.WriteNumber("newVehicles", report.NewVehicles);
        writer.WriteNumber("lines", report.Lines);
        writer.WriteNumber("cut", report.Results[0].Cut);
        writer.WriteStartArray("rankers");
        for (var i = 0; i < report.Results.Length; i++)
        {
            var result = report.Results[i];
            writer.WriteStartObject();
            writer.WriteString("name", result.Name);
            writer.WriteNumber("recall", result.Recall);
            writer.WriteNumber("ndcg", result.Ndcg);
            writer.WriteNumber("hitRate", result.HitRate);
            writer.WriteNumber("repeatRecall", result.RepeatRecall);
            writer.WriteNumber("exploreRecall", result.ExploreRecall);
            writer.WriteNumber("coverage", result.Coverage);
            if (i > 0)
            {
                Write(writer, "recallDifference", report.Comparisons[i - 1].Recall);
                Write(writer, "ndcgDifference", report.Comparisons[i - 1].Ndcg);
            }

            writer.WriteStartArray("gain");
            foreach (var share in report.Gains[i].Shares)
                writer.WriteNumberValue(share);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("calibrationError", report.Reliability.CalibrationError);
        writer.WriteStartArray("reliability");
        foreach (var bin in report.Reliability.Bins)
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", bin.Count);
            writer.WriteNumber("chance", bin.Chance);
            writer.WriteNumber("share", bin.Share);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("autoAdd");
        writer.WriteNumber("precisionAsked", report.Precision);
        if (report.Added.Threshold is { } threshold)
            writer.WriteNumber("threshold", threshold);
        writer.WriteNumber("precision", report.Added.Precision);
        writer.WriteNumber("shareOfLines", report.Added.Lines);
        writer.WriteNumber("added", report.Added.Added);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, string name, DifferenceInterval interval)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("mean", interval.Mean);
        writer.WriteNumber("low", interval.Low);
        writer.WriteNumber("high", interval.High);
        writer.WriteEndObject();
    }
}
