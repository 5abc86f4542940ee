using System.Globalization;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;

namespace FlowKernel.Charts.Kinds;

/// <summary>Shares of a whole: names from the text columns, sizes from the first column of numbers.</summary>
internal sealed class PieKind : IChartKind
{
    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var found = NamedValues.Find(request);
        if (!found.Succeeded)
            return new Outcome<ChartSpec>(found.Diagnostics);
        var notes = new List<string>();
        var slices = found.Value.Rows(notes).ConvertAll(r => new Slice(Labels.Join(r.Names), r.Value));
        return new PieChart(request.Kind, found.Value.Unit, Limited(slices, notes))
        {
            Title = request.Title,
            Subject = found.Value.Subject,
            ShowLegend = request.WantsLegend,
            Notes = notes,
        };
    }

    private static List<Slice> Limited(List<Slice> slices, List<string> notes)
    {
        if (slices.Count <= ChartLimits.Series + 1)
            return slices;
        var rest = slices.Skip(ChartLimits.Series).ToList();
        notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"The {rest.Count:N0} smallest of {slices.Count:N0} slices are together as \"other\"."));
        return [.. slices.Take(ChartLimits.Series), new Slice("other", rest.Sum(s => s.Value), IsOther: true)];
    }
}
