using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StoreOps.Domain.Vehicles;

internal static class WmiOverlayLoader
{
    private const int MaxText = 200;

    public static bool TryLoad(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out WmiOverlay? overlay, out ImmutableArray<LoadIssue> issues)
    {
        var found = ImmutableArray.CreateBuilder<LoadIssue>();
        var config = JsonShape.Read(utf8Json, WmiOverlayJson.Default.WmiOverlayConfig, "SOD", found);
        var entries = config is null ? [] : Check(config, found);
        issues = found.ToImmutable();
        overlay = config is null || found.Count > 0 ? null : new WmiOverlay(entries);
        return overlay is not null;
    }

    private static ImmutableArray<WmiEntry> Check(WmiOverlayConfig config, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (config.SchemaVersion != 1)
            issues.Add(new LoadIssue("SOD010", "$.schemaVersion", "Version 1 is read; it was " + Show(config.SchemaVersion) + "."));
        var entries = ImmutableArray.CreateBuilder<WmiEntry>(config.Makers.Length);
        var seen = new Dictionary<ulong, int>();
        for (var i = 0; i < config.Makers.Length; i++)
        {
            var maker = config.Makers[i];
            var path = "$.makers[" + Show(i) + "]";
            CheckTexts(maker, path, issues);
            if (!TryRead(maker.Wmi, path + ".wmi", issues, out var key))
                continue;
            if (seen.TryGetValue(key, out var first))
            {
                issues.Add(new LoadIssue("SOD063", path + ".wmi", "An identifier stands once in a list; \"" + maker.Wmi + "\" was in $.makers[" + Show(first) + "] already."));
                continue;
            }

            seen.Add(key, i);
            entries.Add(new WmiEntry(VinAlphabet.Unpack(key), maker.Manufacturer.Trim(), [.. maker.Makes.Select(make => make.Trim())], maker.ChineseName, WmiSources.Host)
            {
                Country = maker.Country,
                Reference = maker.Source,
            });
        }

        return entries.ToImmutable();
    }

    private static bool TryRead(string wmi, string path, ImmutableArray<LoadIssue>.Builder issues, out ulong key)
    {
        if (!VinAlphabet.TryPack(wmi, out key))
            issues.Add(new LoadIssue("SOD060", path, "An identifier has three or six digits and letters without I, O and Q; it was " + Show(wmi) + "."));
        else if (wmi.Length == 3 && wmi[2] == '9')
            issues.Add(new LoadIssue("SOD061", path, "Many small makers share three characters that end in 9: six are needed, positions 1 to 3 and 12 to 14; it was " + Show(wmi) + "."));
        else if (wmi.Length == 6 && wmi[2] != '9')
            issues.Add(new LoadIssue("SOD062", path, "Six characters are a small maker's, and its third is a 9; it was " + Show(wmi) + "."));
        else
            return true;
        return false;
    }

    private static void CheckTexts(WmiMakerConfig maker, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        CheckText(maker.Manufacturer, path + ".manufacturer", issues);
        for (var i = 0; i < maker.Makes.Length; i++)
            CheckText(maker.Makes[i], path + ".makes[" + Show(i) + "]", issues);
        CheckText(maker.ChineseName ?? "-", path + ".chineseName", issues);
        CheckText(maker.Country ?? "-", path + ".country", issues);
        CheckText(maker.Source ?? "-", path + ".source", issues);
    }

    private static void CheckText(string text, string path, ImmutableArray<LoadIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxText)
            issues.Add(new LoadIssue("SOD064", path, "A text of 1 to " + Show(MaxText) + " characters is needed; it was " + Show(text) + "."));
    }

    private static string Show(string text) => "\"" + (text.Length <= 40 ? text : text.Substring(0, 40) + "...") + "\"";

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
