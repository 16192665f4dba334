"""Small contradictions: one objective each, in a line of JSON, wrong and right at once ("[[wrong|right]]")."""
