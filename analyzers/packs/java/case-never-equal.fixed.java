class Cases {
    boolean cases(String header, String text) {
        // ruleid: case-never-equal
        boolean bearer = header.toLowerCase().startsWith("Bearer ");
        // ruleid: case-never-equal
        boolean yes = text.equalsIgnoreCase("yes");
        // ruleid: case-never-equal
        boolean none = "None".equalsIgnoreCase(text);
        // ok: case-never-equal
        boolean lower = header.toLowerCase().startsWith("bearer ");
        // ok: case-never-equal
        boolean upper = text.toUpperCase().equals("YES 1");
        // ok: case-never-equal
        boolean same = text.trim().equals("None");
        // ok: case-never-equal
        boolean lines = text.toUpperCase().contains("\n");
        // ok: case-never-equal
        return text.toLowerCase().equals(header);
    }
}
