import org.slf4j.Logger;

class Logs {
    void logs(Logger log, String source, String target, Object[] args, Exception e) {
        // ruleid: log-arguments-missing
        log.info("copied {} to {}", source);
        // ruleid: log-arguments-missing
        log.warn("{} {} {}", source, target);
        // ruleid: log-arguments-missing
        log.info("source: {}");
        // ok: log-arguments-missing
        log.info("copied {} to {}", source, target);
        // ok: log-arguments-missing
        log.info("copied {} to {}", args);
        // ok: log-arguments-missing
        log.error("copying {} failed", source, e);
        // ok: log-arguments-missing
        log.info("an empty object is {}");
    }
}
