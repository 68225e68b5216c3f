;;; reread-flycheck.el --- Reread as a checker of flycheck  -*- lexical-binding: t; -*-

;; Author: The Reread maintainers
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1") (flycheck "32"))
;; Keywords: tools, languages
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Adds Reread to the checkers that flycheck runs in its modes:
;;
;;   (with-eval-after-load 'flycheck
;;     (require 'reread-flycheck)
;;     (reread-flycheck-setup))

;;; Code:

(require 'flycheck)
(require 'reread-flymake)

(defun reread-flycheck--error (finding checker buffer)
  "The error of CHECKER in BUFFER for a FINDING."
  (let ((start (gethash "start" finding)) (end (gethash "end" finding)))
    (flycheck-error-new-at (gethash "line" start) (gethash "column" start)
                           (pcase (gethash "severity" finding) ("error" 'error) ("warning" 'warning) (_ 'info))
                           (gethash "message" finding)
                           :end-line (gethash "line" end) :end-column (gethash "column" end)
                           :id (gethash "rule" finding) :checker checker :buffer buffer
                           :filename (buffer-file-name buffer))))

(defun reread-flycheck--parse (output checker buffer)
  "The errors of CHECKER in BUFFER, from its OUTPUT."
  (with-temp-buffer
    (insert output)
    (mapcar (lambda (finding) (reread-flycheck--error finding checker buffer))
            (reread-flymake-findings))))

(flycheck-define-command-checker 'reread
  "A second reading of your code.  See `reread-flymake-program'."
  :command '("reread" (eval (cdr reread-flymake-program))
             "check" "--format" "ndjson"
             (eval (concat "--stdin-filename=" (or buffer-file-name (buffer-name)))) "-")
  :standard-input t
  :error-parser #'reread-flycheck--parse
  :modes reread-flymake-modes)

;;;###autoload
(defun reread-flycheck-setup ()
  "Use Reread after the other checkers of its modes, and where there is none."
  (setq-default flycheck-reread-executable (car reread-flymake-program))
  (add-to-list 'flycheck-checkers 'reread t)
  (dolist (checker (remq 'reread flycheck-checkers))
    (when (seq-intersection (flycheck-checker-get checker 'modes) reread-flymake-modes)
      (flycheck-add-next-checker checker 'reread t))))

(provide 'reread-flycheck)
;;; reread-flycheck.el ends here
