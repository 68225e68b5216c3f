import org.springframework.web.bind.annotation.*;

@RestController
class Accounts {
    private AccountRepository accountRepository;

    @PutMapping("/accounts/{id}")
    // ruleid: mass-assignment-spring-entity
    public Account update(@PathVariable Long id, @Valid @RequestBody Account account) {
        account.setId(id);
        return accountRepository.save(account);
    }

    @PostMapping
    // ruleid: mass-assignment-spring-entity
    public void create(@RequestBody Account account) {
        this.accountRepository.saveAndFlush(account);
    }

    @PostMapping("/form")
    // ok: mass-assignment-spring-entity
    public void form(@RequestBody AccountForm form) {
        Account account = new Account();
        account.setName(form.getName());
        accountRepository.save(account);
    }

    @PostMapping("/name")
    // ok: mass-assignment-spring-entity
    public void name(@RequestBody Account sent) {
        Account account = accountRepository.findById(sent.getId());
        account.setName(sent.getName());
        accountRepository.save(account);
    }

    // ok: mass-assignment-spring-entity
    public void internal(Account account) {
        accountRepository.save(account);
    }
}

@RestController
class Limited {
    @InitBinder
    void limit(WebDataBinder binder) {
        binder.setAllowedFields("name");
    }

    @PostMapping("/limited")
    // ok: mass-assignment-spring-entity
    public void create(@ModelAttribute Account account) {
        accountRepository.save(account);
    }
}

@RestController
class Plural {
    private final AccountRepository accounts;
    private final Sink sink;

    @PutMapping("/plural")
    // ruleid: mass-assignment-spring-entity
    public Account update(@RequestBody Account account) {
        return accounts.save(account);
    }

    @PutMapping("/sink")
    // ok: mass-assignment-spring-entity
    public void send(@RequestBody Account account) {
        sink.save(account);
    }
}
