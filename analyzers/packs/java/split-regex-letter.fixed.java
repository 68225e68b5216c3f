class Lines {
    void lines(String line) {
        // ruleid: split-regex-letter
        line.split("\\|");
        // ruleid: split-regex-letter
        line.replaceAll("\\$", "USD");
        // ok: split-regex-letter
        line.split("\\|");
        // ok: split-regex-letter
        line.split(",");
        // ok: split-regex-letter
        line.replace("$", "USD");
    }
}
