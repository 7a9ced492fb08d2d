using System.Text.Json;
using System.Text.Json.Serialization;

using StoreOps.Domain.Vehicles;

namespace StoreOps.Domain.Maintenance;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(KebabEnum<ServiceAction>), typeof(KebabEnum<Powertrain>), typeof(KebabEnum<RelationKind>), typeof(KebabEnum<ScheduleConfidence>),
        typeof(KebabEnum<IntervalAnchor>), typeof(KebabEnum<DrivingAnswer>), typeof(KebabEnum<LayerOrigin>)])]
[JsonSerializable(typeof(CatalogConfig))]
[JsonSerializable(typeof(ScheduleConfig))]
[JsonSerializable(typeof(ScheduleLayerConfig))]
[JsonSerializable(typeof(CatalogOverlayConfig))]
internal sealed partial class MaintenanceJson : JsonSerializerContext;
