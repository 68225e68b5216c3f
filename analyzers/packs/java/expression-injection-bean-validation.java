class Validator {
    void check(ConstraintValidatorContext context, String value) {
        // ruleid: expression-injection-bean-validation
        context.buildConstraintViolationWithTemplate("Wrong value " + value).addConstraintViolation();
        // ok: expression-injection-bean-validation
        context.buildConstraintViolationWithTemplate("Wrong value").addConstraintViolation();
    }
}
