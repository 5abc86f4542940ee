using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Kinds;

/// <summary>Reads series out of a table: one per value of the series columns and per column of values.</summary>
internal sealed class SeriesReading(ChartRequest request, ColumnRoles roles)
{
    // In no name: what is cleaned has no control characters.
    private const char Between = '\u001f';

    /// <summary>All series in order of first appearance; rows without an x or y are left out.</summary>
    public List<Series> Read(double[] x)
    {
        var keys = RowKeys();
        var points = new Dictionary<(string? Key, int Measure), (List<double> X, List<double> Y, List<int> Marked)>();
        foreach (var (measure, column) in roles.Y.Index())
        {
            var y = ColumnReading.Positions(request.Table, column);
            for (var row = 0; row < y.Length; row++)
            {
                if (double.IsNaN(y[row]) || double.IsNaN(x[row]))
                    continue;
                if (!points.TryGetValue((keys?[row], measure), out var series))
                    points[(keys?[row], measure)] = series = ([], [], []);
                if (request.Marks?[row] == true)
                    series.Marked.Add(series.X.Count);
                series.X.Add(x[row]);
                series.Y.Add(y[row]);
            }
        }

        return [.. points.Select(p =>
            new Series(NameOf(p.Key.Key, roles.Y[p.Key.Measure]), [.. p.Value.X], [.. p.Value.Y])
            {
                Marked = p.Value.Marked,
                Measure = p.Key.Measure,
            })];
    }

    private string[]? RowKeys()
    {
        if (roles.Series.Count == 0)
            return null;
        var columns = roles.Series.Select(c => ColumnReading.Names(request.Table, c)).ToArray();
        var rows = Enumerable.Range(0, request.Table.RowCount);
        return columns.Length == 1
            ? columns[0]
            : [.. rows.Select(row => string.Join(Between, columns.Select(names => names[row])))];
    }

    private string NameOf(string? key, int column)
    {
        if (key is null)
            return request.NameOf(column);
        var name = Labels.Join(key.Split(Between));
        return roles.Y.Count == 1 ? name : $"{name}: {request.NameOf(column)}";
    }
}
