class Reading {
    void read(java.io.Reader reader) throws Exception {
        char c;
        // ruleid: read-cast-before-end-check
        while ((c = (char) reader.read()) != -1) {
            work(c);
        }
        int i;
        // ok: read-cast-before-end-check
        while ((i = reader.read()) != -1) {
            work((char) i);
        }
    }
}
