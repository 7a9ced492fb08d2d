using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

using NodaTime;

using StoreOps.Domain;

namespace StoreOps.Recommend.Models;

/// <summary>What was learned from past visits, ready for use: a view over the bytes of one model file. Immutable; safe for many threads.</summary>
/// <remarks>
/// <para>Nothing is copied: the memory may be a file that the host maps, of which then only the pages that calls touch are read. It must not
/// change and must stay valid as long as the model is used.</para>
/// <para>Parts, families and tags are numbers in a call, so that no text is compared on the hot path; <see cref="FindPart"/> and its like give
/// them.</para>
/// </remarks>
public sealed class PartsModel
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly int[] _places;

    private PartsModel(ReadOnlyMemory<byte> file)
    {
        _file = file;
        _places = ModelView.PlacesOf(file.Span);
        var facts = MemoryMarshal.Cast<byte, long>(ModelView.Section(file.Span, ModelSection.Facts));
        PartCount = (int)facts[(int)ModelFact.Parts];
        FamilyCount = (int)facts[(int)ModelFact.Families];
        TagCount = (int)facts[(int)ModelFact.Tags];
        CategoryCount = (int)facts[(int)ModelFact.Categories];
        Vehicles = facts[(int)ModelFact.Vehicles];
        Visits = facts[(int)ModelFact.Visits];
        Lines = facts[(int)ModelFact.Lines];
        if (Visits > 0)
            (FirstDay, LastDay) = (Day(facts[(int)ModelFact.FirstDay]), Day(facts[(int)ModelFact.LastDay]));
    }

    /// <summary>Gets the number of parts.</summary>
    /// <value>From 0 to 65,535.</value>
    public int PartCount { get; }

    /// <summary>Gets the number of model families.</summary>
    public int FamilyCount { get; }

    /// <summary>Gets the number of usage tags.</summary>
    public int TagCount { get; }

    /// <summary>Gets the number of categories.</summary>
    public int CategoryCount { get; }

    /// <summary>Gets the number of vehicles learned from.</summary>
    public long Vehicles { get; }

    /// <summary>Gets the number of visits learned from.</summary>
    public long Visits { get; }

    /// <summary>Gets the number of lines learned from.</summary>
    public long Lines { get; }

    /// <summary>Gets the day of the first visit learned from; null when there was none.</summary>
    public LocalDate? FirstDay { get; }

    /// <summary>Gets the day of the last visit learned from; null when there was none.</summary>
    public LocalDate? LastDay { get; }

    /// <summary>Gets the bytes of the file.</summary>
    public ReadOnlyMemory<byte> File => _file;

    internal ModelView View => new(_file.Span, _places);

    /// <summary>Opens a model file.</summary>
    /// <param name="file">The whole file, for example memory that the host maps from disk.</param>
    /// <param name="model">Receives the model; null when the file was refused.</param>
    /// <param name="issues">Receives what is wrong; the path names the section.</param>
    /// <param name="verifiesContent">
    /// Whether to read the whole file, to check its hash and every reference in it; the default. Without it only the header and the lengths
    /// are checked, so that nothing but the pages in use is read: for files that were verified before. A file that was altered since then
    /// may make a call throw, and cannot do more.
    /// </param>
    /// <returns>Whether the file was accepted.</returns>
    public static bool TryOpen(
        ReadOnlyMemory<byte> file, [NotNullWhen(true)] out PartsModel? model, out ImmutableArray<LoadIssue> issues, bool verifiesContent = true)
    {
        model = null;
        issues = ModelCheck.Header(file.Span);
        if (issues.IsEmpty && verifiesContent)
            issues = ModelCheck.Content(file.Span);
        if (!issues.IsEmpty)
            return false;
        model = new PartsModel(file);
        return true;
    }

    /// <summary>Returns the number of a part.</summary>
    /// <param name="partId">The part's id.</param>
    /// <returns>The number; -1 for a part that was never sold nor declared.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="partId"/> is null.</exception>
    public int FindPart(string partId) => Find(ModelSection.PartNames, PartCount, partId);

    /// <summary>Returns the number of a model family.</summary>
    /// <param name="family">The family.</param>
    /// <returns>The number; -1 for a family that was never seen.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="family"/> is null.</exception>
    public int FindFamily(string family) => Find(ModelSection.FamilyNames, FamilyCount, family);

    /// <summary>Returns the number of a usage tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The number; -1 for a tag that was never seen.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public int FindTag(string tag) => Find(ModelSection.TagNames, TagCount, tag);

    /// <summary>Returns the number of a category.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The number; -1 for a category that no part has.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="category"/> is null.</exception>
    public int FindCategory(string category) => Find(ModelSection.CategoryNames, CategoryCount, category);

    /// <summary>Returns the id of a part.</summary>
    /// <param name="part">The part's number, from 0 to below <see cref="PartCount"/>.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is out of range.</exception>
    public string PartId(int part)
    {
        CheckPart(part);
        return ModelNames.At(ModelView.Section(_file.Span, ModelSection.PartNames), PartCount, part);
    }

    /// <summary>Returns the category of a part.</summary>
    /// <param name="part">The part's number, from 0 to below <see cref="PartCount"/>.</param>
    /// <returns>The category's number; -1 for none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is out of range.</exception>
    public int CategoryOf(int part)
    {
        CheckPart(part);
        var category = MemoryMarshal.Cast<byte, ushort>(ModelView.Section(_file.Span, ModelSection.Categories))[part];
        return category == ushort.MaxValue ? -1 : category;
    }

    /// <summary>Returns the name of a category.</summary>
    /// <param name="category">The category's number, from 0 to below <see cref="CategoryCount"/>.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is out of range.</exception>
    public string CategoryName(int category)
    {
        if (unchecked((uint)category) >= (uint)CategoryCount)
            throw new ArgumentOutOfRangeException(nameof(category), category, "The number of a category is from 0 to below CategoryCount.");
        return ModelNames.At(ModelView.Section(_file.Span, ModelSection.CategoryNames), CategoryCount, category);
    }

    private static LocalDate Day(long day) => new LocalDate(1970, 1, 1).PlusDays((int)day);

    private int Find(ModelSection section, int count, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ModelNames.Find(ModelView.Section(_file.Span, section), count, name);
    }

    private void CheckPart(int part)
    {
        if (unchecked((uint)part) >= (uint)PartCount)
            throw new ArgumentOutOfRangeException(nameof(part), part, "The number of a part is from 0 to below PartCount.");
    }
}
