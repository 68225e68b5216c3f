class Search {
    void search(javax.naming.directory.SearchControls controls) {
        // ruleid: unsafe-deserialization-ldap
        controls.setReturningObjFlag(true);
        // ok: unsafe-deserialization-ldap
        controls.setReturningObjFlag(false);
    }
}
