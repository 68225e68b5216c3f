class Headers {
    void read(java.io.InputStream input) throws Exception {
        byte[] header = new byte[16];
        // ruleid: read-count-ignored
        input.readNBytes(header, 0, header.length);
        // ok: read-count-ignored
        int count = input.read(header);
        // ok: read-count-ignored
        new java.io.DataInputStream(input).readFully(header);
    }
}
