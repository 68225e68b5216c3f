class Envelope {
    // ruleid: jackson-type-by-class-name
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    Object content;
    // ruleid: jackson-type-by-class-name
    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS, include = JsonTypeInfo.As.PROPERTY)
    Object other;
    // ok: jackson-type-by-class-name
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    Object named;
}
