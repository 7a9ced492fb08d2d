using StoreOps.Domain.Customers;
using StoreOps.Domain.Staffing;

namespace StoreOps.Domain.Tests.Customers;

public class PersonalDataTests
{
    [Fact]
    public void ToString_OfPeople_ShowsNoPersonalData()
    {
        var customer = new Customer { Id = "c1", Name = "王小明", ContactPoints = [new ContactPoint(ContactKind.Phone, "13900001111")] };
        var employee = new Employee { Id = "e1", Name = "李雷", Position = Positions.Advisor, ShopId = "s1" };
        Assert.Equal("c1", customer.ToString());
        Assert.Equal("e1", employee.ToString());
        Assert.DoesNotContain("139", customer.ContactPoints[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-31", false)]
    [InlineData("2026-11-01", true)]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-01", false)]
    public void IsActiveOn_BothEndsInclusive(string date, bool expected)
    {
        var employee = new Employee { Id = "e1", Position = Positions.Advisor, ShopId = "s1", From = new(2026, 11, 1), Until = new(2026, 11, 30) };
        Assert.Equal(expected, employee.IsActiveOn(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value));
    }
}
