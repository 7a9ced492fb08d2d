namespace StoreOps.Domain.Vehicles;

/// <summary>Why a candidate differs from the text that was scanned or typed.</summary>
public enum VinChangeKind
{
    /// <summary>White space, hyphens, full-width or foreign letters that look the same were written as a VIN is written. The default.</summary>
    Notation = 0,

    /// <summary>No VIN has an I, an O or a Q: they were taken for what they look like.</summary>
    ForbiddenLetter = 1,

    /// <summary>One character was taken for one that looks like it, and with it the check digit is right or the maker is known.</summary>
    Lookalike = 2,

    /// <summary>Two neighbors were exchanged, and so the check digit is right.</summary>
    Transposed = 3,

    /// <summary>One of 18 characters was left out: it stood there twice, or is one too many.</summary>
    Removed = 4,

    /// <summary>A 17th character was put in, and with it the check digit is right.</summary>
    Inserted = 5,

    /// <summary>One character was replaced by one that makes the check digit right, though the two do not look alike.</summary>
    Replaced = 6,
}
