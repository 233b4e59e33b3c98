"""One module for each kind of item; `content.schema` names them all."""
