// ruleid: spring-security-debug
@EnableWebSecurity(debug = true)
class Noisy {
}

// ok: spring-security-debug
@EnableWebSecurity
class Quiet {
}

class Web {
    @Bean
    WebSecurityCustomizer customizer(boolean verbose) {
        // ruleid: spring-security-debug
        return web -> web.debug(true);
    }

    void configure(WebSecurity web, Recorder recorder) {
        // ok: spring-security-debug
        web.debug(false);
        // ok: spring-security-debug
        recorder.debug(true);
    }
}
