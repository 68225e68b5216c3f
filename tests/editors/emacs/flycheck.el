;;; flycheck.el --- Reread as a checker of flycheck  -*- lexical-binding: t; -*-

;; Run as: emacs --batch -L editors/emacs -l flycheck.el FILE PROGRAM...

(require 'package)
(package-initialize)
(require 'json)
(require 'reread-flycheck)

(let ((file (pop command-line-args-left)))
  (setq reread-flymake-program command-line-args-left
        command-line-args-left nil)
  (find-file file)
  (setq-default flycheck-checkers nil)
  (reread-flycheck-setup)
  (flycheck-mode 1)
  (flycheck-buffer)
  (with-timeout (120 (error "No finding came"))
    (while (not flycheck-current-errors)
      (accept-process-output nil 0.05)))
  (princ (json-encode (vconcat (mapcar (lambda (each)
                                         (vector (flycheck-error-line each) (flycheck-error-column each)
                                                 (flycheck-error-end-column each) (flycheck-error-level each)
                                                 (flycheck-error-id each) (flycheck-error-message each)))
                                       flycheck-current-errors)))))

;;; flycheck.el ends here
