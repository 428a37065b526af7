global using FactAttribute = QualityInsight.Testing.PostgresFactAttribute;
global using TheoryAttribute = QualityInsight.Testing.PostgresTheoryAttribute;
