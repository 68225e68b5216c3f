;;; lsp_mode.el --- Reread in lsp-mode  -*- lexical-binding: t; -*-

;; Run as: emacs --batch -L editors/emacs -l lsp_mode.el FILE COMMAND...

(require 'package)
(package-initialize)
(require 'json)
(require 'lsp-mode)
(require 'lsp-diagnostics)
(require 'reread-lsp)

(let* ((file (pop command-line-args-left))
       (reread-lsp-command command-line-args-left)
       (lsp-auto-guess-root nil)
       (lsp-enable-file-watchers nil)
       (lsp-warn-no-matched-clients nil)
       (lsp-diagnostics-provider :none)
       (lsp-enabled-clients '(reread))
       found)
  (setq command-line-args-left nil)
  (lsp-workspace-folders-add (directory-file-name (file-name-directory file)))
  (reread-lsp-setup)
  (find-file file)
  (lsp)
  (with-timeout (120 (error "No finding came"))
    (while (not (setq found (gethash (lsp--fix-path-casing file) (lsp-diagnostics t))))
      (accept-process-output nil 0.05)))
  (princ (json-encode
          (list (cons 'addOn (lsp--client-add-on? (gethash 'reread lsp-clients)))
                (cons 'opened
                      (vconcat
                       (mapcar (lambda (each)
                                 (vector (1+ (lsp:position-line (lsp:range-start (lsp:diagnostic-range each))))
                                         (lsp:diagnostic-code? each)))
                               found)))))))

;;; lsp_mode.el ends here
