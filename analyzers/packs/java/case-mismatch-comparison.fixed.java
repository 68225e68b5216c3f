class Cases {
    boolean cases(String header, String text) {
        // ruleid: case-mismatch-comparison
        boolean bearer = header.toLowerCase().startsWith("Bearer ");
        // ruleid: case-mismatch-comparison
        boolean yes = text.equalsIgnoreCase("yes");
        // ruleid: case-mismatch-comparison
        boolean none = "None".equalsIgnoreCase(text);
        // ok: case-mismatch-comparison
        boolean lower = header.toLowerCase().startsWith("bearer ");
        // ok: case-mismatch-comparison
        boolean upper = text.toUpperCase().equals("YES 1");
        // ok: case-mismatch-comparison
        boolean same = text.trim().equals("None");
        // ok: case-mismatch-comparison
        boolean lines = text.toUpperCase().contains("\n");
        // ok: case-mismatch-comparison
        return text.toLowerCase().equals(header);
    }
}
