import org.slf4j.Logger;

class Logs {
    void logs(Logger log, String source, String target, Object[] args, Exception e) {
        // ruleid: log-argument-count
        log.info("copied {} to {}", source);
        // ruleid: log-argument-count
        log.warn("{} {} {}", source, target);
        // ruleid: log-argument-count
        log.info("source: {}");
        // ok: log-argument-count
        log.info("copied {} to {}", source, target);
        // ok: log-argument-count
        log.info("copied {} to {}", args);
        // ok: log-argument-count
        log.error("copying {} failed", source, e);
        // ok: log-argument-count
        log.info("an empty object is {}");
    }
}
