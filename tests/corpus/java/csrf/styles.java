package org.sample;

import org.springframework.context.annotation.*;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.*;

class Styles {
    @Bean
    SecurityFilterChain one(HttpSecurity http) throws Exception {
        // ruleid: csrf
        http
            .csrf().disable()
            .formLogin();
        return http.build();
    }

    @Bean
    SecurityFilterChain two(HttpSecurity security) throws Exception {
        // ruleid: csrf
        return security.csrf((c) -> c.disable()).build();
    }

    @Bean
    SecurityFilterChain three(HttpSecurity security) throws Exception {
        // ok: csrf
        return security.csrf(Customizer.withDefaults()).build();
    }

    @Bean
    SecurityFilterChain four(HttpSecurity security) throws Exception {
        // ruleid: csrf
        security.csrf(CsrfConfigurer<HttpSecurity>::disable);
        // ok: csrf
        return security.cors(c -> c.disable()).build();
    }
}

@RestController
@RequestMapping("/api")
class Api {
    // ruleid: csrf
    @RequestMapping("/save")
    public String save(@RequestParam String v) {
        return v;
    }

    // ruleid: csrf
    @RequestMapping(path = "/both", method = {RequestMethod.GET, RequestMethod.POST})
    public String both(@RequestParam String v) {
        return v;
    }

    // ok: csrf
    @RequestMapping(path = "/put", method = RequestMethod.PUT)
    public String put(@RequestParam String v) {
        return v;
    }

    // ok: csrf
    @DeleteMapping("/del")
    public String del(@RequestParam String v) {
        return v;
    }
}
