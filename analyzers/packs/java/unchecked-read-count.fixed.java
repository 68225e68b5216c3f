class Headers {
    void read(java.io.InputStream input) throws Exception {
        byte[] header = new byte[16];
        // ruleid: unchecked-read-count
        input.readNBytes(header, 0, header.length);
        // ok: unchecked-read-count
        int count = input.read(header);
        // ok: unchecked-read-count
        new java.io.DataInputStream(input).readFully(header);
    }
}
