;;; commands.el --- Reread's commands, as a person runs them in Emacs  -*- lexical-binding: t; -*-

;; Run as: emacs --batch -L editors/emacs -l commands.el FILE COMMAND...
;; Prints what was to be seen as JSON.

(require 'package)
(package-initialize)
(require 'json)
(require 'reread)

(defmacro commands-wait (what condition)
  "Let Emacs work until CONDITION holds; WHAT names it in the error."
  `(with-timeout (120 (error "Never came true: %s; said: %S" ,what (seq-take commands-said 5)))
     (while (not ,condition)
       (accept-process-output nil 0.05))))

(defvar commands-said nil "What was said, the latest first.")
(advice-add 'message :before (lambda (form &rest values) (when form (push (apply #'format form values) commands-said))))

(defun commands-said-p (words)
  (seq-find (lambda (each) (string-search words each)) commands-said))

(defmacro commands-answering (reader answer &rest body)
  "Run BODY, in which READER gives ANSWER."
  (declare (indent 2))
  `(cl-letf (((symbol-function ,reader) (lambda (&rest _) ,answer)))
     ,@body))

(defun commands-text (name)
  "The text of the buffer NAME, once there is one."
  (commands-wait name (get-buffer name))
  (with-current-buffer name (buffer-string)))

(defun commands-on-finding ()
  (commands-wait "a finding" (flymake-diagnostics))
  (goto-char (flymake-diagnostic-beg (car (flymake-diagnostics)))))

(let* ((file (pop command-line-args-left))
       (reread-command command-line-args-left)
       (eglot-sync-connect 120)
       seen)
  (setq command-line-args-left nil)
  (find-file file)
  (reread-doctor)
  (push (cons 'doctorBefore (commands-text "*reread doctor*")) seen)
  (push (cons 'withoutServer (condition-case problem (reread-explain) (user-error (cadr problem)))) seen)
  (reread-setup)
  (apply #'eglot (eglot--guess-contact))
  (commands-on-finding)
  (reread-doctor)
  (push (cons 'doctor (commands-text "*reread doctor*")) seen)

  (commands-answering 'completing-read "the ORM needs it"
    (call-interactively #'reread-dismiss))
  (commands-wait "the finding dismissed" (null (flymake-diagnostics)))
  (push (cons 'noFinding (condition-case problem (call-interactively #'reread-dismiss) (user-error (cadr problem)))) seen)
  (let (offered)
    (cl-letf (((symbol-function 'completing-read) (lambda (_prompt known &rest _) (setq offered known) (caar known))))
      (call-interactively #'reread-undo-dismiss))
    (push (cons 'offered (vconcat (mapcar #'car offered))) seen))
  (commands-on-finding)
  (push (cons 'nothingBlank (condition-case problem (reread-dismiss " ") (user-error (cadr problem)))) seen)

  (commands-answering 'read-string "What is compare-with-none?"
    (call-interactively #'reread-ask))
  (push (cons 'answer (commands-text "*reread answer*")) seen)
  (commands-answering 'read-string "Who calls nothing_of_that_name?"
    (call-interactively #'reread-ask))
  (commands-wait "no answer" (commands-said-p "Reread: no answer: "))
  (reread-review-staged)
  (commands-wait "a verdict" (commands-said-p "Reread: No staged changes to review."))
  (reread-commit-message)
  (commands-wait "no message" (commands-said-p "Reread: nothing is staged"))

  ;; No model is set up here: each command reaches the server, which says so.
  (dolist (command '(reread-review-file reread-review-selection reread-review-changes reread-show-context
                     reread-fix-with-model reread-suggest-test reread-consent reread-install-parts))
    (call-interactively command))

  (commands-answering 'completing-read "Apply"
    (commands-answering 'y-or-n-p t
      (reread-preview-fix)
      (commands-wait "the fix" (string-search "is None" (buffer-string)))))
  (push (cons 'diff (with-current-buffer (seq-find (lambda (each) (string-suffix-p ".diff" (buffer-name each))) (buffer-list))
                      (buffer-string)))
        seen)
  (push (cons 'fixed (buffer-string)) seen)
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server))
  (princ (json-encode (nreverse seen))))

;;; commands.el ends here
