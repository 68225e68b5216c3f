class Resource {
    // ruleid: unsafe-deserialization-jaxrs
    @Consumes("application/x-java-serialized-object")
    public void put(Object value) {
    }

    // ok: unsafe-deserialization-jaxrs
    @Consumes("application/json")
    public void putJson(String value) {
    }
}
