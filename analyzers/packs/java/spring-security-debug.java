// ruleid: spring-security-debug
@EnableWebSecurity(debug = true)
class Noisy {
}

// ok: spring-security-debug
@EnableWebSecurity
class Quiet {
}
