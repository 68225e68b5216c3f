package shop.security;

import javax.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityConfigurerAdapter;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;

class WebSecurity extends WebSecurityConfigurerAdapter {
    @Override
    protected void configure(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.csrf().disable().authorizeRequests().anyRequest().authenticated();
    }
}

class Chains {
    @Bean
    SecurityFilterChain lambda(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.csrf(csrf -> csrf.disable()).authorizeHttpRequests(r -> r.anyRequest().authenticated());
        return http.build();
    }

    @Bean
    SecurityFilterChain reference(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.csrf(AbstractHttpConfigurer::disable);
        // ruleid: csrf
        http.csrf(CsrfConfigurer::disable);
        return http.build();
    }

    @Bean
    SecurityFilterChain later(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http.authorizeRequests().anyRequest().authenticated().and().csrf().disable();
        return http.build();
    }

    Object reactive(ServerHttpSecurity http) {
        // ruleid: csrf
        return http.csrf().disable().build();
    }

    Object reactiveLambda(ServerHttpSecurity http) {
        // ruleid: csrf
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable).build();
    }

    @Bean
    SecurityFilterChain cookie(HttpSecurity http) throws Exception {
        // ok: csrf
        http.csrf().csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse());
        // ok: csrf
        http.csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse()));
        // ok: csrf
        http.formLogin().disable();
        // ruleid: csrf
        http.csrf().ignoringAntMatchers("/**");
        return http.build();
    }
}

@Controller
class Transfers {
    // ruleid: csrf
    @RequestMapping("/transfer")
    String transfer(@RequestParam String to, @RequestParam long amount) {
        return "done";
    }

    // ruleid: csrf
    @RequestMapping(path = "/delete")
    String delete(@RequestParam long id) {
        return "done";
    }

    // ok: csrf
    @RequestMapping(value = "/transfer2", method = RequestMethod.POST)
    String post(@RequestParam long amount) {
        return "done";
    }

    // ok: csrf
    @PostMapping("/transfer3")
    String postMapping(@RequestParam long amount) {
        return "done";
    }

    // ok: csrf
    @GetMapping("/list")
    String list() {
        return "list";
    }
}
