class Envelope {
    // ruleid: unsafe-deserialization-jackson-class-name
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    Object content;
    // ruleid: unsafe-deserialization-jackson-class-name
    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS, include = JsonTypeInfo.As.PROPERTY)
    Object other;
    // ok: unsafe-deserialization-jackson-class-name
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    Object named;
}
