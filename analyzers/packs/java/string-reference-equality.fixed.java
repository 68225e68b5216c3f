class Mode {
    boolean fast(String mode) {
        // ruleid: string-reference-equality
        if ("fast".equals(mode)) {
            return true;
        }
        // ruleid: string-reference-equality
        return "quick".equals(mode.trim());
    }

    boolean quiet(String mode, String other) {
        // ok: string-reference-equality
        if ("fast".equals(mode)) {
            return true;
        }
        // ok: string-reference-equality
        return mode == null || mode == other || mode.charAt(0) == 'f';
    }
}
