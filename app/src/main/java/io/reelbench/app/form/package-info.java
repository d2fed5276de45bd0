/** Forms out of schemas: a control for every kind of option. Nothing here knows any single operation. */
package io.reelbench.app.form;
