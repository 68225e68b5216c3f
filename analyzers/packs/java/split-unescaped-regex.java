class Lines {
    void lines(String line) {
        // ruleid: split-unescaped-regex
        line.split("|");
        // ruleid: split-unescaped-regex
        line.replaceAll("$", "USD");
        // ok: split-unescaped-regex
        line.split("\\|");
        // ok: split-unescaped-regex
        line.split(",");
        // ok: split-unescaped-regex
        line.replace("$", "USD");
    }
}
