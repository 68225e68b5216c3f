class Printing {
    void run() {
        try {
            work();
        } catch (Exception e) {
            // ruleid: print-stack-trace
            e.printStackTrace();
            // ok: print-stack-trace
            log.error("failed", e);
        }
    }
}
