using System.Text.Json.Nodes;

namespace FlowKernel.Notebook.Running;

/// <summary>Where each display id was shown, in any cell of a run, so that updates reach all places.</summary>
internal sealed class DisplayIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<JsonObject>> _places = [];

    public void Remember(string id, JsonObject output)
    {
        lock (_gate)
        {
            if (!_places.TryGetValue(id, out var places))
                _places[id] = places = [];
            places.Add(output);
        }
    }

    public void Update(string id, MimeBundle bundle)
    {
        lock (_gate)
        {
            foreach (var place in _places.GetValueOrDefault(id) ?? [])
            {
                place["data"] = NotebookJson.Data(bundle);
                place["metadata"] = NotebookJson.Metadata(bundle);
            }
        }
    }
}
