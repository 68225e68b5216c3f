;;; beside.el --- Reread as a backend of flymake beside another server  -*- lexical-binding: t; -*-

;; Run as: emacs --batch -L editors/emacs -l beside.el FILE SERVER PROGRAM...
;; SERVER is the language's own server for eglot: a script for Python.  Prints what was to be seen as JSON.

(require 'package)
(package-initialize)
(require 'json)
(require 'eglot)
(require 'reread-flymake)

(defmacro beside-wait (what condition)
  "Let Emacs work until CONDITION holds; WHAT names it in the error."
  `(with-timeout (120 (error "Never came true: %s" ,what))
     (while (not ,condition)
       (accept-process-output nil 0.05))))

(defun beside-texts ()
  (sort (mapcar #'flymake-diagnostic-text (flymake-diagnostics)) #'string<))

(let* ((file (pop command-line-args-left))
       (server (pop command-line-args-left))
       (reread-flymake-program command-line-args-left)
       (eglot-sync-connect 120)
       (eglot-server-programs (list (list 'python-mode (car reread-flymake-program) server)))
       seen)
  (setq command-line-args-left nil)
  (reread-flymake-setup)
  (find-file file)
  (beside-wait "a finding without a server" (flymake-diagnostics))
  (push (cons 'alone (vconcat (beside-texts))) seen)
  (call-interactively #'eglot)
  (beside-wait "findings of both" (= (length (flymake-diagnostics)) 2))
  (push (cons 'both (vconcat (beside-texts))) seen)
  (push (cons 'program (process-command (jsonrpc--process (eglot-current-server)))) seen)
  (goto-char (flymake-diagnostic-beg (car (last (flymake-diagnostics)))))
  (push (cons 'line (line-number-at-pos)) seen)
  (eglot-shutdown (eglot-current-server))
  (princ (json-encode (nreverse seen))))

;;; beside.el ends here
