namespace StoreOps.Domain.Customers;

/// <summary>The kind of a contact point.</summary>
public enum ContactKind
{
    /// <summary>A telephone number, the default.</summary>
    Phone = 0,

    /// <summary>An account of a mini-program or official account (openid or unionid).</summary>
    MiniProgram = 1,

    /// <summary>An e-mail address.</summary>
    Email = 2,
}
