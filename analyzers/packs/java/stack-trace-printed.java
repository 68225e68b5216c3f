class Printing {
    void run() {
        try {
            work();
        } catch (Exception e) {
            // ruleid: stack-trace-printed
            e.printStackTrace();
            // ok: stack-trace-printed
            log.error("failed", e);
        }
    }
}
