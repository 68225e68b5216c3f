class Resource {
    // ruleid: jaxrs-serialized-object-consumed
    @Consumes("application/x-java-serialized-object")
    public void put(Object value) {
    }

    // ok: jaxrs-serialized-object-consumed
    @Consumes("application/json")
    public void putJson(String value) {
    }
}
