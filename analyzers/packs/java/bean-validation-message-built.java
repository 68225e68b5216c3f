class Validator {
    void check(ConstraintValidatorContext context, String value) {
        // ruleid: bean-validation-message-built
        context.buildConstraintViolationWithTemplate("Wrong value " + value).addConstraintViolation();
        // ok: bean-validation-message-built
        context.buildConstraintViolationWithTemplate("Wrong value").addConstraintViolation();
    }
}
