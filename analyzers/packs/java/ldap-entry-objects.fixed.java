class Search {
    void search(javax.naming.directory.SearchControls controls) {
        // ruleid: ldap-entry-objects
        controls.setReturningObjFlag(false);
        // ok: ldap-entry-objects
        controls.setReturningObjFlag(false);
    }
}
