// ruleid: spring-security-debug
@EnableWebSecurity
class Noisy {
}

// ok: spring-security-debug
@EnableWebSecurity
class Quiet {
}
