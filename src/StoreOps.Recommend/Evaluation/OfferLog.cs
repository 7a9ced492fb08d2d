using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

using NodaTime.Text;

using StoreOps.Domain;

namespace StoreOps.Recommend.Evaluation;

/// <summary>Offers as JSON Lines: one object a line, to which a host appends as offers are made and answered.</summary>
/// <remarks>
/// A line is <c>{"offeredOn":"2026-01-31","query":"q1","part":"pad-1","rank":1,"chance":0.41,"propensity":1,"outcome":"accepted"}</c>; outcomes are unknown,
/// accepted, declined and removed.
/// </remarks>
public static class OfferLog
{
    private const string Prefix = "SOF";

    /// <summary>Writes an offer as one line.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="output">Receives the line in UTF-8, with its end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    /// <exception cref="ArgumentException">The offer is one that <see cref="Read"/> would refuse; nothing was written.</exception>
    public static void Write(OfferRecord offer, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var issues = ImmutableArray.CreateBuilder<LoadIssue>();
        Check(offer, issues);
        if (issues.Count > 0)
            throw new ArgumentException(issues[0].ToString(), nameof(offer));
        using (var writer = new Utf8JsonWriter(output))
        {
            var line = new OfferLine
            {
                OfferedOn = LocalDatePattern.Iso.Format(offer.OfferedOn),
                Query = offer.QueryId,
                Part = offer.PartId,
                Rank = offer.Rank,
                Chance = offer.Chance,
                Propensity = offer.Propensity,
                Outcome = offer.Outcome,
            };
            JsonSerializer.Serialize(writer, line, OfferLineJson.Default.OfferLine);
        }

        output.Write("\n"u8);
    }

    /// <summary>Reads a log.</summary>
    /// <param name="utf8Lines">The lines in UTF-8; empty ones are skipped.</param>
    /// <param name="issues">Receives what is wrong, for each line that is: a torn last one, too. Paths start with the number of the line, from 1.</param>
    /// <returns>The offers of all lines that are right, in their order: a wrong line loses no other.</returns>
    public static ImmutableArray<OfferRecord> Read(ReadOnlySpan<byte> utf8Lines, out ImmutableArray<LoadIssue> issues)
    {
        var (offers, found) = (ImmutableArray.CreateBuilder<OfferRecord>(), ImmutableArray.CreateBuilder<LoadIssue>());
        for (var number = 1; !utf8Lines.IsEmpty; number++)
        {
            var end = utf8Lines.IndexOf((byte)'\n');
            var line = end < 0 ? utf8Lines : utf8Lines[..end];
            utf8Lines = end < 0 ? default : utf8Lines[(end + 1)..];
            if (IsBlank(line))
                continue;
            var own = ImmutableArray.CreateBuilder<LoadIssue>();
            var config = JsonShape.Read(line, OfferLineJson.Default.OfferLine, Prefix, own);
            if (config is not null && Offer(config, own) is var offer && own.Count == 0)
                offers.Add(offer);
            foreach (var issue in own)
                found.Add(issue with { Path = "line " + number.ToString(CultureInfo.InvariantCulture) + " " + issue.Path });
        }

        issues = found.ToImmutable();
        return offers.ToImmutable();
    }

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var one in line)
        {
            if (one is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                return false;
        }

        return true;
    }

    private static OfferRecord Offer(OfferLine line, ImmutableArray<LoadIssue>.Builder issues)
    {
        var day = LocalDatePattern.Iso.Parse(line.OfferedOn);
        if (!day.Success)
            issues.Add(new LoadIssue(Prefix + "010", "$.offeredOn", "A day is written as 2026-01-31; it was \"" + line.OfferedOn + "\"."));
        var offer = new OfferRecord(day.Success ? day.Value : default, line.Query, line.Part, line.Rank, line.Chance, line.Propensity, line.Outcome);
        Check(offer, issues);
        return offer;
    }

    private static void Check(OfferRecord offer, ImmutableArray<LoadIssue>.Builder issues)
    {
        // Weeks are counted from Mondays, of which the calendar has no first one before.
        if (offer.OfferedOn.Year < 1)
            issues.Add(new LoadIssue(Prefix + "010", "$.offeredOn", "A day is of the years 1 to 9999; it was " + LocalDatePattern.Iso.Format(offer.OfferedOn) + "."));
        if (string.IsNullOrEmpty(offer.QueryId))
            issues.Add(new LoadIssue(Prefix + "011", "$.query", "A call has an id; it was empty."));
        if (string.IsNullOrEmpty(offer.PartId))
            issues.Add(new LoadIssue(Prefix + "011", "$.part", "A part has an id; it was empty."));
        if (offer.Rank < 1)
            issues.Add(new LoadIssue(Prefix + "012", "$.rank", "A place is 1 or above; it was " + offer.Rank.ToString(CultureInfo.InvariantCulture) + "."));
        if (!(offer.Chance is >= 0 and <= 1))
            issues.Add(new LoadIssue(Prefix + "013", "$.chance", "A chance is from 0 to 1; it was " + offer.Chance.ToString(CultureInfo.InvariantCulture) + "."));
        if (!(offer.Propensity is > 0 and <= 1))
            issues.Add(new LoadIssue(Prefix + "014", "$.propensity", "A propensity is above 0, up to 1; it was " + offer.Propensity.ToString(CultureInfo.InvariantCulture) + "."));
        if (offer.Outcome is < OfferOutcome.Unknown or > OfferOutcome.Removed)
            issues.Add(new LoadIssue(Prefix + "015", "$.outcome", "There is no such outcome."));
    }
}
