;;; session.el --- What a person does with Reread in Emacs  -*- lexical-binding: t; -*-

;; Run as: emacs --batch -L editors/emacs -l session.el FILE COMMAND...
;; Prints one line of JSON: what was to be seen at each step.

(require 'package)
(package-initialize)
(require 'json)
(require 'reread)

(defvar session-patience 120 "Seconds after which something that does not happen is an error.")

(defmacro session-wait (what condition)
  "Let Emacs work until CONDITION holds; WHAT names it in the error."
  `(with-timeout (session-patience (error "Never came true: %s" ,what))
     (while (not ,condition)
       (accept-process-output nil 0.05))))

(defun session-findings ()
  "Line and rule of each finding in the buffer."
  (vconcat
   (mapcar (lambda (diagnostic)
             (vector (line-number-at-pos (flymake-diagnostic-beg diagnostic))
                     (plist-get (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))) :code)))
           (flymake-diagnostics))))

(defun session-lines ()
  (vconcat (split-string (buffer-string) "\n")))

(defun session-edited ()
  "What eglot does a moment after the last key was pressed."
  (eglot--signal-textDocument/didChange))

(let* ((file (pop command-line-args-left))
       (reread-command command-line-args-left)
       (eglot-sync-connect 120)
       seen)
  (setq command-line-args-left nil)
  (reread-setup)
  (find-file file)
  ;; There are no key strokes in batch mode, after which `eglot-ensure' would connect.
  (push (cons 'ensured (and (memq 'eglot-ensure python-mode-hook) t)) seen)
  (run-hooks 'post-command-hook)
  (session-wait "a first finding" (flymake-diagnostics))
  (push (cons 'opened (session-findings)) seen)

  (goto-char (point-min))
  (insert "# one line more\n")
  (session-edited)
  (session-wait "the finding one line further down" (equal (aref (aref (session-findings) 0) 0) 3))
  (push (cons 'edited (session-findings)) seen)

  (goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
  (reread-explain)
  (session-wait "the page" (seq-find (lambda (buffer) (string-suffix-p ".md" (buffer-name buffer))) (buffer-list)))
  (with-current-buffer (seq-find (lambda (buffer) (string-suffix-p ".md" (buffer-name buffer))) (buffer-list))
    (push (cons 'page (buffer-string)) seen))

  (let ((actions (eglot-code-actions (point) nil "quickfix")))
    (push (cons 'actions (vconcat (mapcar (lambda (action) (plist-get action :title)) actions))) seen)
    (eglot--read-execute-code-action (list (car actions)) (eglot-current-server) "quickfix"))
  (session-edited)
  (session-wait "no finding" (null (flymake-diagnostics)))
  (push (cons 'fixed (session-lines)) seen)

  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server))
  (princ (json-encode (nreverse seen))))

;;; session.el ends here
