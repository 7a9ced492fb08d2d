namespace StoreOps.Domain.Customers;

/// <summary>Why a customer came.</summary>
public enum VisitKind
{
    /// <summary>Of the customer's own choice: maintenance, repair, tires, wash. The default.</summary>
    Chosen = 0,

    /// <summary>Warranty or recall work only: it says little about loyalty.</summary>
    Warranty = 1,

    /// <summary>After an accident.</summary>
    Accident = 2,
}
