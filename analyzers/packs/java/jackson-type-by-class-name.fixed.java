class Envelope {
    // ruleid: jackson-type-by-class-name
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    Object content;
    // ruleid: jackson-type-by-class-name
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.PROPERTY)
    Object other;
    // ok: jackson-type-by-class-name
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    Object named;
}
