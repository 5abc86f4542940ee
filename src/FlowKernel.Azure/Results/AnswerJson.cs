using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowKernel.Azure.Results;

/// <summary>Reads and writes the JSON of the services without reflection.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class AnswerJson : JsonSerializerContext;
