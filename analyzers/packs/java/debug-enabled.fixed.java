// ruleid: debug-enabled
@EnableWebSecurity
class Noisy {
}

// ok: debug-enabled
@EnableWebSecurity
class Quiet {
}

class Web {
    @Bean
    WebSecurityCustomizer customizer(boolean verbose) {
        // ruleid: debug-enabled
        return web -> web.debug(true);
    }

    void configure(WebSecurity web, Recorder recorder) {
        // ok: debug-enabled
        web.debug(false);
        // ok: debug-enabled
        recorder.debug(true);
    }
}
