import org.springframework.web.bind.annotation.*;

@RestController
class Accounts {
    private AccountRepository accountRepository;

    @PutMapping("/accounts/{id}")
    // ruleid: spring-entity-saved-from-request
    public Account update(@PathVariable Long id, @Valid @RequestBody Account account) {
        account.setId(id);
        return accountRepository.save(account);
    }

    @PostMapping
    // ruleid: spring-entity-saved-from-request
    public void create(@RequestBody Account account) {
        this.accountRepository.saveAndFlush(account);
    }

    @PostMapping("/form")
    // ok: spring-entity-saved-from-request
    public void form(@RequestBody AccountForm form) {
        Account account = new Account();
        account.setName(form.getName());
        accountRepository.save(account);
    }

    @PostMapping("/name")
    // ok: spring-entity-saved-from-request
    public void name(@RequestBody Account sent) {
        Account account = accountRepository.findById(sent.getId());
        account.setName(sent.getName());
        accountRepository.save(account);
    }

    // ok: spring-entity-saved-from-request
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
    // ok: spring-entity-saved-from-request
    public void create(@ModelAttribute Account account) {
        accountRepository.save(account);
    }
}

@RestController
class Plural {
    private final AccountRepository accounts;
    private final Sink sink;

    @PutMapping("/plural")
    // ruleid: spring-entity-saved-from-request
    public Account update(@RequestBody Account account) {
        return accounts.save(account);
    }

    @PutMapping("/sink")
    // ok: spring-entity-saved-from-request
    public void send(@RequestBody Account account) {
        sink.save(account);
    }
}
